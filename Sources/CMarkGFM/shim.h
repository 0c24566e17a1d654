#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <setjmp.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A tree has thousands of small nodes that live and die together. The parser takes its memory through a table of
// functions without a context, so the arena they are taken from is the thread's own; a quarter of the time of reading
// an archive went into malloc and free before. A tree must be made, walked and let go on one thread.
//
// The arena is also the only place that can stop the parser: the parser knows no errors, so a text whose tree would
// outgrow the limit leaves it by longjmp. Nothing is lost by that, since all that the parser made is in the arena.

typedef struct parser_arena_block {
    struct parser_arena_block *next;
    size_t used, size;
} parser_arena_block;

typedef struct parser_arena {
    parser_arena_block *blocks;
    int trees;
    /// Bytes in all blocks, and how many there may be.
    size_t taken, limit;
    /// Where to go when there is no more memory; NULL while the parser isn't running.
    jmp_buf *exit;
} parser_arena;

static inline parser_arena *parser_arena_of_thread(void) {
    static _Thread_local parser_arena arena;
    return &arena;
}

static inline void parser_arena_give_up(parser_arena *arena) {
    if (arena->exit) longjmp(*arena->exit, 1);
    abort();
}

static inline void *parser_arena_take(size_t size) {
    parser_arena *arena = parser_arena_of_thread();
    // Sixteen bytes before each piece hold its size, for realloc.
    size_t whole = ((size + 15) & ~(size_t)15) + 16;
    parser_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < whole) {
        size_t room = whole > (1 << 20) ? whole : (1 << 20);
        // Reading a finished tree takes a little memory too; there it is too late to give up.
        if (arena->exit && room > arena->limit - arena->taken) parser_arena_give_up(arena);
        block = (parser_arena_block *)malloc(sizeof(parser_arena_block) + 16 + room);
        if (!block) parser_arena_give_up(arena);
        arena->taken += room;
        block->next = arena->blocks;
        block->size = room;
        block->used = 0;
        arena->blocks = block;
    }
    char *start = (char *)(((uintptr_t)(block + 1) + 15) & ~(uintptr_t)15) + block->used;
    block->used += whole;
    *(size_t *)start = size;
    return start + 16;
}

static inline void *parser_arena_calloc(size_t count, size_t size) {
    if (size && count > SIZE_MAX / 2 / size) parser_arena_give_up(parser_arena_of_thread());
    void *piece = parser_arena_take(count * size);
    memset(piece, 0, count * size);
    return piece;
}

static inline void *parser_arena_realloc(void *old, size_t size) {
    void *piece = parser_arena_take(size);
    if (old) {
        size_t had = *(size_t *)((char *)old - 16);
        memcpy(piece, old, had < size ? had : size);
    }
    return piece;
}

static inline void parser_arena_free(void *piece) {
    (void)piece;
}

static inline cmark_mem *parser_arena_memory(void) {
    static cmark_mem memory = {parser_arena_calloc, parser_arena_realloc, parser_arena_free};
    return &memory;
}

/// To be called before a tree is parsed.
///
/// \param limit bytes that the tree and the parser's work may take, in addition to those of trees that are still open.
static inline void parser_arena_open(size_t limit) {
    parser_arena *arena = parser_arena_of_thread();
    if (arena->trees++ == 0) arena->taken = arena->blocks ? arena->blocks->size : 0;
    arena->limit = arena->taken + limit;
}

/// cmark_parser_feed; returns 0 if the text needs more memory than the limit. Then the parser must not be used again.
__attribute__((noinline)) static int parser_arena_feed(cmark_parser *parser, const char *text, size_t size) {
    parser_arena *arena = parser_arena_of_thread();
    jmp_buf exit;
    arena->exit = &exit;
    int has_room = setjmp(exit) == 0;
    if (has_room) cmark_parser_feed(parser, text, size);
    arena->exit = NULL;
    return has_room;
}

/// cmark_parser_finish; returns NULL if the tree needs more memory than the limit.
__attribute__((noinline)) static cmark_node *parser_arena_finish(cmark_parser *parser) {
    parser_arena *arena = parser_arena_of_thread();
    cmark_node *document = NULL;
    jmp_buf exit;
    arena->exit = &exit;
    if (setjmp(exit) == 0) document = cmark_parser_finish(parser);
    arena->exit = NULL;
    return document;
}

/// To be called when a tree is let go; with the last one all memory goes but one block, kept for the next.
static inline void parser_arena_close(void) {
    parser_arena *arena = parser_arena_of_thread();
    if (--arena->trees > 0) return;
    parser_arena_block *kept = arena->blocks;
    while (kept && kept->next) {
        parser_arena_block *next = kept->next;
        free(kept);
        kept = next;
    }
    if (kept) kept->used = 0;
    arena->blocks = kept;
}

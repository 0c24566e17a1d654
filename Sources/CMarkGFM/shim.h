#pragma once
#include <cmark-gfm.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm-core-extensions.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

// A tree has thousands of small nodes that live and die together. The parser takes its memory through a table of
// functions without a context, so the arena they are taken from is the thread's own; a quarter of the time of reading
// an archive went into malloc and free before. A tree must be made, walked and let go on one thread.

typedef struct parser_arena_block {
    struct parser_arena_block *next;
    size_t used, size;
} parser_arena_block;

typedef struct parser_arena {
    parser_arena_block *blocks;
    int trees;
} parser_arena;

static inline parser_arena *parser_arena_of_thread(void) {
    static _Thread_local parser_arena arena;
    return &arena;
}

static inline void *parser_arena_take(size_t size) {
    parser_arena *arena = parser_arena_of_thread();
    // Sixteen bytes before each piece hold its size, for realloc.
    size_t whole = ((size + 15) & ~(size_t)15) + 16;
    parser_arena_block *block = arena->blocks;
    if (!block || block->size - block->used < whole) {
        size_t room = whole > (1 << 20) ? whole : (1 << 20);
        block = (parser_arena_block *)malloc(sizeof(parser_arena_block) + 16 + room);
        if (!block) abort();
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
    if (size && count > SIZE_MAX / 2 / size) abort();
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
static inline void parser_arena_open(void) {
    parser_arena_of_thread()->trees++;
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

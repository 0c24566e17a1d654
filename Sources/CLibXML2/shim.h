#pragma once
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// A variable in the library, which Swift cannot know to be left alone.
static inline void markup_free(void *text) {
    xmlFree(text);
}

#pragma once
#include <libxml/xmlversion.h>
// Foundation has an ICU of its own, of another version, and the compiler does not take both in one program. Only the
// members of an encoding's handler depend on it, which nobody here looks at.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>

// A variable in the library, which Swift cannot know to be left alone.
static inline void markup_free(void *text) {
    xmlFree(text);
}

// Sources/COutlines/outlines.tsv, inside the binary: the outlines of countries, projected and cut to two maps.
// Comes in: nothing. Goes out: a text that lives as long as the program. It must not hold data of its own.
#ifndef C_OUTLINES_H
#define C_OUTLINES_H

#include <stddef.h>

// UTF-8, not ended by a zero; in *length how many bytes it has.
const unsigned char *hora_outlines(size_t *length);

#endif

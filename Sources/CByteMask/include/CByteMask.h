#ifndef CBYTEMASK_H
#define CBYTEMASK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Masks of 64 bytes: bit n of the result stands for byte n. Clang's vectors of booleans compile to a compare and a
// movemask on every processor, without flags, and the functions are inlined into the Swift that calls them.

typedef uint8_t byte_mask_bytes __attribute__((ext_vector_type(64)));
typedef _Bool byte_mask_bits __attribute__((ext_vector_type(64)));

/// The bytes that equal `wanted`, of the 64 at `bytes`.
static inline uint64_t byte_mask_equal(const uint8_t *bytes, uint8_t wanted) {
    byte_mask_bytes vector;
    memcpy(&vector, bytes, sizeof vector);
    byte_mask_bits found = __builtin_convertvector(vector == (byte_mask_bytes)wanted, byte_mask_bits);
    uint64_t mask;
    memcpy(&mask, &found, sizeof mask);
    return mask;
}

/// The bytes that can end or quote a cell (the delimiter, the quote, CR, LF), of the 64 at `bytes`.
static inline uint64_t byte_mask_structure(const uint8_t *bytes, uint8_t delimiter, uint8_t quote) {
    byte_mask_bytes vector;
    memcpy(&vector, bytes, sizeof vector);
    byte_mask_bits found = __builtin_convertvector(
        (vector == (byte_mask_bytes)delimiter) | (vector == (byte_mask_bytes)quote)
            | (vector == (byte_mask_bytes)(uint8_t)'\n') | (vector == (byte_mask_bytes)(uint8_t)'\r'),
        byte_mask_bits);
    uint64_t mask;
    memcpy(&mask, &found, sizeof mask);
    return mask;
}

/// The same as `byte_mask_equal` where only `count` (0 to 64) bytes may be read.
static inline uint64_t byte_mask_equal_tail(const uint8_t *bytes, size_t count, uint8_t wanted) {
    uint8_t padded[64] = {0};
    memcpy(padded, bytes, count < 64 ? count : 64);
    uint64_t mask = byte_mask_equal(padded, wanted);
    return count < 64 ? mask & ((UINT64_C(1) << count) - 1) : mask;
}

/// The same as `byte_mask_structure` where only `count` (0 to 64) bytes may be read.
static inline uint64_t byte_mask_structure_tail(const uint8_t *bytes, size_t count, uint8_t delimiter, uint8_t quote) {
    uint8_t padded[64] = {0};
    memcpy(padded, bytes, count < 64 ? count : 64);
    uint64_t mask = byte_mask_structure(padded, delimiter, quote);
    return count < 64 ? mask & ((UINT64_C(1) << count) - 1) : mask;
}

#endif

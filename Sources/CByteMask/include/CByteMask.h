#ifndef CBYTEMASK_H
#define CBYTEMASK_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

// Masks of 64 bytes: bit n of the result stands for byte n. Clang's vectors of booleans compile to a compare and a
// movemask on every processor, without flags, and the functions are inlined into the Swift that calls them. The one
// that is not inlined goes over many vectors at once, and is compiled for wider registers as well.

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

/// How far `byte_mask_scan` came: vectors of 64 bytes, and what was stored of them.
typedef struct {
    size_t vectors;
    size_t ends;
    size_t lines;
} byte_mask_scanned;

/// Finds the ends of cells and rows in `vectors` times 64 bytes outside quotes, up to a vector with a quote or a CR that no
/// LF follows in the same vector: those need care.
///
/// Stores the place of each delimiter, CR and other LF in `ends`, where there must be room for eight more than there are
/// bytes; and of each row that begins, three numbers in `rows`: its place, how many ends there are before it, its line.
/// `place`, `end` and `line` are what the first byte, the first end and the row before have.
byte_mask_scanned byte_mask_scan(const uint8_t *bytes, size_t vectors, uint8_t delimiter, uint8_t quote, uint32_t place,
                                 uint32_t end, uint32_t line, uint32_t *ends, uint32_t *rows);

/// Whether `count` bytes are the same at both places. 32 bytes from both on, and from every 32nd on before the end, must be
/// readable, whatever they are.
static inline _Bool byte_mask_same(const uint8_t *left, const uint8_t *right, size_t count) {
    typedef uint8_t bytes32 __attribute__((ext_vector_type(32)));
    typedef _Bool bits32 __attribute__((ext_vector_type(32)));
    for (size_t at = 0; at < count; at += 32) {
        bytes32 first, second;
        memcpy(&first, left + at, sizeof first);
        memcpy(&second, right + at, sizeof second);
        bits32 differing = __builtin_convertvector(first != second, bits32);
        uint32_t mask;
        memcpy(&mask, &differing, sizeof mask);
        size_t rest = count - at;
        if (rest <= 32) return (mask & ((UINT64_C(1) << rest) - 1)) == 0;
        if (mask) return 0;
    }
    return 1;
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

/// Has the processor fetch the memory at `address` for a write that will come.
static inline void byte_mask_fetch(const void *address) { __builtin_prefetch(address, 1); }

/// Whether `count` bytes are valid UTF-8, byte by byte.
static inline _Bool byte_mask_is_utf8(const uint8_t *bytes, size_t count) {
    for (size_t at = 0; at < count;) {
        uint8_t first = bytes[at];
        size_t length = first < 0x80 ? 1 : first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (length == 0 || length > count - at) return 0;
        for (size_t next = 1; next < length; next += 1) {
            if ((bytes[at + next] & 0xC0) != 0x80) return 0;
        }
        uint8_t second = length > 1 ? bytes[at + 1] : 0;
        if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90)
            || (first == 0xF4 && second > 0x8F))
            return 0;
        at += length;
    }
    return 1;
}

/// Whether `count` bytes are valid UTF-8 without NUL and with fewer than nine digits. 64 bytes from `bytes` on, and from
/// every 64th on before the end, must be readable, whatever they are.
static inline _Bool byte_mask_is_plain(const uint8_t *bytes, size_t count) {
    unsigned digits = 0;
    for (size_t at = 0; at < count; at += 64) {
        byte_mask_bytes v;
        memcpy(&v, bytes + at, sizeof v);
        size_t left = count - at;
        uint64_t inside = left >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << left) - 1;
#define BYTE_MASK_WHERE(name, condition) \
    uint64_t name; \
    { \
        byte_mask_bits found = __builtin_convertvector((condition), byte_mask_bits); \
        memcpy(&name, &found, sizeof name); \
        name &= inside; \
    }
        BYTE_MASK_WHERE(zero, v == (byte_mask_bytes)(uint8_t)0)
        if (zero) return 0;
        BYTE_MASK_WHERE(digit, (v - (uint8_t)0x30) < (byte_mask_bytes)(uint8_t)10)
        digits += (unsigned)__builtin_popcountll(digit);
        BYTE_MASK_WHERE(high, v >= (byte_mask_bytes)(uint8_t)0x80)
        if (!high) {
            if (left > 64) continue;
            break;
        }
        BYTE_MASK_WHERE(lead, v >= (byte_mask_bytes)(uint8_t)0xC2)
        BYTE_MASK_WHERE(three, v >= (byte_mask_bytes)(uint8_t)0xE0)
        BYTE_MASK_WHERE(continuing, (v & (uint8_t)0xC0) == (byte_mask_bytes)(uint8_t)0x80)
        BYTE_MASK_WHERE(special, (v == (byte_mask_bytes)(uint8_t)0xE0) | (v == (byte_mask_bytes)(uint8_t)0xED)
                                     | (v >= (byte_mask_bytes)(uint8_t)0xF0))
#undef BYTE_MASK_WHERE
        // Letters beyond the ordinary (surrogates, overlong forms, planes) are rare: byte by byte.
        if (special || left > 64) { // or text that goes on in the next vector
            if (!byte_mask_is_utf8(bytes, count)) return 0;
            for (at += 64; at < count; at += 1) {
                if (bytes[at] == 0) return 0;
                digits += (uint8_t)(bytes[at] - 0x30) < 10;
            }
            return digits < 9;
        }
        if ((lead | continuing) != high) return 0; // 0xC0, 0xC1
        if (continuing != ((lead << 1) | (three << 2))) return 0;
        if ((lead >> (left - 1) & 1) || (left > 1 && (three >> (left - 2) & 1))) return 0;
    }
    return digits < 9;
}

#endif

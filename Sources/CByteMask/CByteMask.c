#include "CByteMask.h"

// The processor's own variant is chosen when the program is loaded.
#if defined(__x86_64__) && defined(__ELF__)
#define BYTE_MASK_VARIANTS __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define BYTE_MASK_VARIANTS
#endif

#define BYTE_MASK_OF(name, condition) \
    uint64_t name; \
    { \
        byte_mask_bits found = __builtin_convertvector((condition), byte_mask_bits); \
        memcpy(&name, &found, sizeof name); \
    }

BYTE_MASK_VARIANTS
byte_mask_scanned byte_mask_scan(const uint8_t *bytes, size_t vectors, uint8_t delimiter, uint8_t quote, uint32_t place,
                                 uint32_t end, uint32_t line, uint32_t *ends, uint32_t *rows) {
    byte_mask_scanned scanned = {0, 0, 0};
    for (; scanned.vectors < vectors; scanned.vectors += 1, place += 64) {
        byte_mask_bytes v;
        memcpy(&v, bytes + 64 * scanned.vectors, sizeof v);
        BYTE_MASK_OF(delimiters, v == (byte_mask_bytes)delimiter)
        BYTE_MASK_OF(feeds, v == (byte_mask_bytes)(uint8_t)'\n')
        BYTE_MASK_OF(returns, v == (byte_mask_bytes)(uint8_t)'\r')
        BYTE_MASK_OF(quotes, v == (byte_mask_bytes)quote)
        if (quotes || (returns & ~(feeds >> 1))) break;
        uint64_t found = delimiters | returns | (feeds & ~(returns << 1));
        size_t count = (size_t)__builtin_popcountll(found);
        // Eight at a time: a loop that ends elsewhere each time costs more than stores for nothing.
        uint64_t rest = found;
        for (size_t stored = 0; stored < count; stored += 8) {
            for (size_t next = 0; next < 8; next += 1) {
                // The highest bit only keeps the number of an empty mask defined.
                ends[scanned.ends + stored + next] = place + (uint32_t)__builtin_ctzll(rest | UINT64_C(1) << 63);
                rest &= rest - 1;
            }
        }
        for (uint64_t begins = feeds; begins; begins &= begins - 1) {
            uint64_t before = begins ^ (begins - 1);
            uint32_t *row = rows + 3 * scanned.lines;
            scanned.lines += 1;
            row[0] = place + (uint32_t)__builtin_ctzll(begins) + 1;
            row[1] = end + (uint32_t)(scanned.ends + (size_t)__builtin_popcountll(found & before));
            row[2] = line + (uint32_t)scanned.lines;
        }
        scanned.ends += count;
    }
    return scanned;
}

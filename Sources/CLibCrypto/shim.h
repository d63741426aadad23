// SHA-256 by its own functions: those of EVP read the configuration of libcrypto and set up all of it, which costs as much as
// a megabyte of digests. They are called old, and stay in all of OpenSSL 3.
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

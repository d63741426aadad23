// Everything is in the header, where it can be inlined; the package manager wants one source file.
#include "CByteMask.h"

#include <stdio.h>

/* The least that a program does: it starts, prints a line and ends. */
int main(void) {
    puts("tonghop");
    return 0;
}

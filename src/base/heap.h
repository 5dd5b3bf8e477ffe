/* The heap of a program that runs for a moment and then goes. */
#ifndef PH_BASE_HEAP_H
#define PH_BASE_HEAP_H

/* Asks the system for the memory that most runs need at once, and in large pages where it has them:
 * page by page, as it is used, each would be given by the kernel on its own, which takes longer
 * than many a check. Called once, before there are threads. Where the C library or the system knows
 * nothing of it, nothing happens. */
void ph_heap_prepare(void);

#endif

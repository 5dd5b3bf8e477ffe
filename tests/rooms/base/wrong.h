/* Not part of the program: base must not know the tree, and tests/rooms.sh must say so. */
#include "doc/node.h"

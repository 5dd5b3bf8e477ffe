/* The tables of an archive. Only src/archive/store.c runs this. */
#ifndef PH_ARCHIVE_SCHEMA_H
#define PH_ARCHIVE_SCHEMA_H

/* "penh": what `file` and we know an archive by; and the version of the tables. */
enum { PH_ARCHIVE_APPLICATION = 0x70656E68, PH_ARCHIVE_VERSION = 2 };

/* Makes the tables in an empty file. */
extern const char ph_archive_schema[];

#endif

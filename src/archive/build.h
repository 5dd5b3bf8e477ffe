/* Files into an archive: those that are new or have changed since, on all processors, written by
 * one process half a second's work at a time. Whatever ends it - a key, a full disk, a power cut -
 * what was stored before stays, and the next run goes on from there. */
#ifndef PH_ARCHIVE_BUILD_H
#define PH_ARCHIVE_BUILD_H

#include "archive/readers.h"

struct ph_build_counts {
    size_t files;    /* to be read in this run */
    size_t done;     /* of them, those that were not to be read included */
    size_t unread;   /* that could not be read */
    size_t known;    /* files that are as they were */
    size_t gone;     /* files of the folders that are no longer there */
    int64_t elapsed; /* milliseconds since the first file was begun */
};

struct ph_build {
    const char *archive;
    char *const *sources; /* files and folders, NULL-terminated */
    bool forget;          /* take out what the files that are gone held */
    ph_archive_reader *read;
    void *reader;                /* its context */
    struct ph_build_counts done; /* set by ph_archive_build */
    void *context;               /* of the two below */
    /* Called behind each file. NULL: nobody asks. */
    void (*progress)(void *context, const struct ph_build_counts *counts);
    /* Called for each file of which there is something to say. */
    void (*remark)(void *context, const char *path, const char *what);
};

/* Makes the archive if there is none. Errors of single files are remarks. PH_IO: a source is not
 * there, the archive cannot be written, another program writes to it, the disk is full; PH_FORMAT:
 * the file of that name is no archive, or damaged; PH_STOPPED: somebody asked for it
 * (base/stop.h), and what was read is stored. */
enum ph_status ph_archive_build(struct ph_build *build, struct ph_error *error);

#endif

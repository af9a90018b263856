#ifndef DOSSIERD_CSQLITE_H
#define DOSSIERD_CSQLITE_H

/* Leaves out the count of SQLite's memory, which takes a lock for every piece of it; without effect once SQLite is in
   use. sqlite3_config is variadic, which Swift can't call. */
void dossierd_sqlite_leave_memory_uncounted(void);

#endif

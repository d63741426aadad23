#include <sqlite3.h>

/// Refuses what could damage the file from SQL. The function itself is variadic, which Swift cannot call.
static inline int tonghop_sqlite_defend(sqlite3 *db) { return sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0); }

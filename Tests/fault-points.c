/* Goes before the libraries of a daemon under test and breaks things for it as a test orders: the daemon itself is the one
   that is shipped, and has nothing of this in it.

   FAULT_POINT=NAME FAULT_PASS=N   the process is killed at its Nth passage of a point:
                       before-commit, after-commit       a transaction that adds events to the log
                       before-ack, after-ack             an acknowledgement to the broker
                       before-send, after-reply          a mail, once its server has taken it
                       before-record                     the commit that follows on that reply
   FAULT_DISK=FOLDER   what would be left of the database and its log if the power went now: a file is copied there
                       each time that the daemon has had it written to the disk
   FAULT_ORDERS=FILE   three numbers of 64 bits, which may change at any time: the microseconds by which the time of day
                       is off, those by which the disk is late, and the errno that a write to the database ends with */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static const char *point;
static atomic_int passes;
static atomic_int mail_was_taken;
/* Whether the transaction under way has added events to the log: the daemon has one that writes at a time. */
static atomic_int has_events;
static const char *disk;
static const volatile int64_t *orders;

__attribute__((constructor)) static void begin(void) {
  point = getenv("FAULT_POINT");
  const char *pass = getenv("FAULT_PASS");
  atomic_store(&passes, pass ? atoi(pass) : 1);
  disk = getenv("FAULT_DISK");
  const char *file = getenv("FAULT_ORDERS");
  if (!file) return;
  int descriptor = open(file, O_RDONLY | O_CLOEXEC);
  void *map = mmap(NULL, 3 * sizeof(int64_t), PROT_READ, MAP_SHARED, descriptor, 0);
  close(descriptor);
  if (map != MAP_FAILED) orders = map;
}

static void pass(const char *name) {
  if (!point || strcmp(point, name) != 0 || atomic_fetch_sub(&passes, 1) != 1) return;
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

int sqlite3_step(void *statement) {
  static int (*step)(void *);
  static const char *(*text)(void *);
  if (!step) {
    text = (const char *(*)(void *))dlsym(RTLD_NEXT, "sqlite3_sql");
    step = (int (*)(void *))dlsym(RTLD_NEXT, "sqlite3_step");
  }
  const char *sql = point ? text(statement) : NULL;
  if (!sql) return step(statement);
  if (strncasecmp(sql, "INSERT", 6) == 0 && strstr(sql, "INTO events ")) atomic_store(&has_events, 1);
  if (strncasecmp(sql, "COMMIT", 6) != 0) return step(statement);
  int adds_events = atomic_exchange(&has_events, 0);
  if (adds_events) pass("before-commit");
  if (atomic_load(&mail_was_taken)) pass("before-record");
  int result = step(statement);
  if (adds_events) pass("after-commit");
  return result;
}

int amqp_basic_ack(void *link, uint16_t channel, uint64_t tag, int multiple) {
  static int (*acknowledge)(void *, uint16_t, uint64_t, int);
  if (!acknowledge) acknowledge = (int (*)(void *, uint16_t, uint64_t, int))dlsym(RTLD_NEXT, "amqp_basic_ack");
  pass("before-ack");
  int result = acknowledge(link, channel, tag, multiple);
  pass("after-ack");
  return result;
}

int curl_easy_perform(void *handle) {
  static int (*perform)(void *);
  if (!perform) perform = (int (*)(void *))dlsym(RTLD_NEXT, "curl_easy_perform");
  pass("before-send");
  int result = perform(handle);
  if (result == 0) {
    atomic_store(&mail_was_taken, 1);
    pass("after-reply");
  }
  return result;
}

static int ends_with(const char *text, const char *end) {
  size_t length = strlen(text), tail = strlen(end);
  return length >= tail && strcmp(text + length - tail, end) == 0;
}

/* The path of a file where it is the database or its log, else nothing. */
static const char *store_path(int descriptor, char path[PATH_MAX]) {
  char link[64];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, PATH_MAX - 1);
  if (length <= 0) return NULL;
  path[length] = 0;
  return ends_with(path, ".sqlite") || ends_with(path, ".sqlite-wal") ? path : NULL;
}

/* In one step, so that a kill leaves the copy before or the one after. */
static void keep(int descriptor) {
  char path[PATH_MAX], part[PATH_MAX + 64], copy[PATH_MAX + 64];
  if (!store_path(descriptor, path)) return;
  snprintf(copy, sizeof copy, "%s/%s", disk, strrchr(path, '/') + 1);
  snprintf(part, sizeof part, "%s.part", copy);
  int target = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  if (target < 0) abort();
  static __thread char buffer[1 << 16];
  off_t offset = 0;
  ssize_t count;
  while ((count = pread(descriptor, buffer, sizeof buffer, offset)) > 0) {
    if (write(target, buffer, (size_t)count) != count) abort();
    offset += count;
  }
  close(target);
  if (rename(part, copy) != 0) abort();
}

static int written(int descriptor, int result) {
  if (orders && orders[1] > 0) usleep((useconds_t)orders[1]);
  if (result == 0 && disk) keep(descriptor);
  return result;
}

int fdatasync(int descriptor) { return written(descriptor, (int)syscall(SYS_fdatasync, descriptor)); }

int fsync(int descriptor) { return written(descriptor, (int)syscall(SYS_fsync, descriptor)); }

ssize_t pwrite64(int descriptor, const void *bytes, size_t count, off64_t offset) {
  char path[PATH_MAX];
  if (orders && orders[2] != 0 && store_path(descriptor, path)) {
    errno = (int)orders[2];
    return -1;
  }
  return syscall(SYS_pwrite64, descriptor, bytes, count, offset);
}

int clock_gettime(clockid_t clock, struct timespec *time) {
  static int (*get)(clockid_t, struct timespec *);
  if (!get) get = (int (*)(clockid_t, struct timespec *))dlsym(RTLD_NEXT, "clock_gettime");
  int result = get(clock, time);
  if (result == 0 && orders && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) {
    int64_t nanoseconds = time->tv_nsec + (orders[0] % 1000000) * 1000;
    time->tv_sec += orders[0] / 1000000 + nanoseconds / 1000000000;
    time->tv_nsec = nanoseconds % 1000000000;
    if (time->tv_nsec < 0) {
      time->tv_nsec += 1000000000;
      time->tv_sec -= 1;
    }
  }
  return result;
}

int gettimeofday(struct timeval *restrict time, void *restrict zone) {
  (void)zone;
  struct timespec now;
  if (clock_gettime(CLOCK_REALTIME, &now) != 0) return -1;
  time->tv_sec = now.tv_sec;
  time->tv_usec = now.tv_nsec / 1000;
  return 0;
}

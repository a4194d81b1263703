// A ledger in C.
#include <stdio.h>
#include "ledger.h"

#define SIZE 64
#ifdef DEBUG
static int level = 2;
#else
static int level = 0;
#endif

typedef unsigned int id_t;
enum state { OPEN, CLOSED = 3 };
struct entry { id_t id; char name[SIZE]; struct entry *next; double amount; unsigned flag : 1; };
union number { int whole; float part; };

int add(struct entry *list, const char *name, ...);
static void (*handler)(int) = NULL;

/* Adds an entry. */
static struct entry *make(const char *name, int count) {
  struct entry *found = (struct entry *)malloc(count * sizeof(struct entry)), *other;
  char buffer[SIZE] = {0};
  int numbers[] = {1, 2, 0x1F}, i = 0;
  if (!found || count <= 0) {
    goto failed;
  } else if (count > 10)
    return NULL;
  for (i = 0; i < count; i++) {
    found[i].id = i + 1;
    found->amount += 1.5e3;
  }
  for (int n = 3; n; --n) continue;
  while (i-- > 0) { if (i == 2) break; }
  do { i = i ? ~i : -i; } while (i & 1);
  switch (level) {
    case 1:
    case 'b':
      puts("one" "two\n");
      break;
    default:
      printf("%d", *numbers);
  }
  strcpy(buffer, name), other = &found[0];
failed:
  free(found);
  return other;
}

#include <stdlib.h>

double setpoint;

void command(const char *line)
{
    // ruleid: c-setpoint-unchecked
    setpoint = atof(line);
}

void state(struct loop *loop, const char *line)
{
    // ruleid: c-setpoint-unchecked
    loop->target_speed = atoi(line);
}

void checked(const char *line)
{
    double wanted = atof(line);
    if (wanted < 0.0 || wanted > 80.0) {
        return;
    }
    // ok: c-setpoint-unchecked
    setpoint = wanted;
}

void limited(const char *line)
{
    // ok: c-setpoint-unchecked
    setpoint = atof(line);
    if (setpoint > 80.0) {
        setpoint = 80.0;
    }
}

void clamped(const char *line)
{
    // ok: c-setpoint-unchecked
    setpoint = atof(line);
    setpoint = clamp(setpoint, 0.0, 80.0);
}

void other(const char *line)
{
    // ok: c-setpoint-unchecked
    int count = atoi(line);
}

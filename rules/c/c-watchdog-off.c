#include <avr/wdt.h>

void start(void)
{
    // ruleid: c-watchdog-off
    wdt_disable();
    run();
}

void start_msp(void)
{
    // ruleid: c-watchdog-off
    WDTCTL = WDTPW | WDTHOLD;
    run();
}

void start_esp(void)
{
    // ruleid: c-watchdog-off
    esp_task_wdt_deinit();
}

void start_right(void)
{
    // ok: c-watchdog-off
    wdt_disable();
    MCUSR = 0;
    wdt_enable(WDTO_500MS);
}

void start_msp_right(void)
{
    // ok: c-watchdog-off
    WDTCTL = WDTPW | WDTHOLD;
    clock_setup();
    WDTCTL = WDTPW | WDTCNTCL | WDTSSEL_1;
}

void serve(void)
{
    // ok: c-watchdog-off
    wdt_reset();
}

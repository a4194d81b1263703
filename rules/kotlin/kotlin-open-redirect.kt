suspend fun done(call: ApplicationCall) {
    val next = call.request.queryParameters["next"]!!
    // ruleid: kotlin-open-redirect
    call.respondRedirect(next)
}

suspend fun safe(call: ApplicationCall) {
    // ok: kotlin-open-redirect
    call.respondRedirect("/home")
}

fun more() {
    // ruleid: kotlin-open-redirect
    response.sendRedirect(request.getParameter("next"))
    // ok: kotlin-open-redirect
    response.sendRedirect("/home")
}

suspend fun greet(call: ApplicationCall) {
    val name = call.parameters["name"]
    // ruleid: kotlin-cross-site-scripting
    call.respondText("<h1>$name</h1>", ContentType.Text.Html)
}

suspend fun safe(call: ApplicationCall) {
    val name = call.parameters["name"]
    // ok: kotlin-cross-site-scripting
    call.respondText("<h1>${name.escapeHTML()}</h1>", ContentType.Text.Html)
}

fun more() {
    // ruleid: kotlin-cross-site-scripting
    response.writer.println("<p>" + request.getParameter("q") + "</p>")
    // ok: kotlin-cross-site-scripting
    response.writer.println("<p>hello</p>")
}

fun store(context: Context) {
    // ruleid: kotlin-world-readable-file
    context.openFileOutput("token", Context.MODE_WORLD_READABLE)
    // ok: kotlin-world-readable-file
    context.openFileOutput("token", Context.MODE_PRIVATE)
}

fun more() {
    // ruleid: kotlin-world-readable-file
    file.setReadable(true, false)
    // ok: kotlin-world-readable-file
    file.setReadable(true, true)
}

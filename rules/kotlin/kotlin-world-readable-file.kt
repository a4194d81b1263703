fun store(context: Context) {
    // ruleid: kotlin-world-readable-file
    context.openFileOutput("token", Context.MODE_WORLD_READABLE)
    // ok: kotlin-world-readable-file
    context.openFileOutput("token", Context.MODE_PRIVATE)
}

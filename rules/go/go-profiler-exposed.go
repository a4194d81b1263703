package main

// ruleid: go-profiler-exposed
import _ "net/http/pprof"
// ruleid: go-profiler-exposed
import prof "net/http/pprof"
// ok: go-profiler-exposed
import "net/http"
// ok: go-profiler-exposed
import _ "embed"

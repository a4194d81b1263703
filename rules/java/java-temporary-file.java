class Exports {
    void write() throws IOException {
        // ruleid: java-temporary-file
        FileWriter report = new FileWriter("/tmp/report.csv");
        // ruleid: java-temporary-file
        File export = new File(System.getProperty("java.io.tmpdir"), "export.zip");
        // ok: java-temporary-file
        Path own = Files.createTempFile("report", ".csv");
        // ok: java-temporary-file
        File other = new File("/srv/exports/report.csv");
    }
}

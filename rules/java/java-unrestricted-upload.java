class Uploads {
    void store(MultipartFile file) throws IOException {
        // ruleid: java-unrestricted-upload
        file.transferTo(new File("/srv/uploads/" + file.getOriginalFilename()));
        Path target = Paths.get("/srv/uploads", file.getOriginalFilename());
        // ruleid: java-unrestricted-upload
        Files.copy(file.getInputStream(), target);
        // ok: java-unrestricted-upload
        file.transferTo(new File("/srv/uploads/" + UUID.randomUUID()));
        // ok: java-unrestricted-upload
        Files.copy(file.getInputStream(), Paths.get("/srv/uploads", UUID.randomUUID().toString()));
    }
}

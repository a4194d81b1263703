class Users {
    Document find(HttpServletRequest request, MongoCollection<Document> users) {
        // ruleid: java-nosql-injection
        return users.find(Document.parse("{name: '" + request.getParameter("name") + "'}")).first();
    }

    Document where(MongoCollection<Document> users, @RequestParam("name") String name) {
        // ruleid: java-nosql-injection
        return users.find(Filters.where("this.name == '" + name + "'")).first();
    }

    Document safe(HttpServletRequest request, MongoCollection<Document> users) {
        // ok: java-nosql-injection
        return users.find(Filters.eq("name", request.getParameter("name"))).first();
    }

    Document fixed(MongoCollection<Document> users) {
        // ok: java-nosql-injection
        return users.find(Document.parse("{active: true}")).first();
    }
}

class Search {
    List<String> lines(HttpServletRequest request, List<String> lines) {
        // ruleid: java-regex-from-input
        Pattern pattern = Pattern.compile(request.getParameter("term"));
        return lines.stream().filter(pattern.asPredicate()).toList();
    }

    boolean has(@RequestParam("term") String term, String text) {
        // ruleid: java-regex-from-input
        return text.matches(term);
    }

    boolean quoted(@RequestParam("term") String term, String text) {
        // ok: java-regex-from-input
        return Pattern.compile(Pattern.quote(term)).matcher(text).find();
    }

    boolean fixed(HttpServletRequest request) {
        // ok: java-regex-from-input
        return request.getParameter("id").matches("[0-9]{1,9}");
    }
}

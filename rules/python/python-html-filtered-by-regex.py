import html
import re


def clean(text):
    # ruleid: python-html-filtered-by-regex
    first = re.sub(r"<script.*?>.*?</script>", "", text)
    # ruleid: python-html-filtered-by-regex
    second = text.replace("<script>", "")
    # ok: python-html-filtered-by-regex
    third = html.escape(text)
    # ok: python-html-filtered-by-regex
    return re.sub(r"\s+", " ", text), first, second, third

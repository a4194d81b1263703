from django.utils.safestring import mark_safe
from markupsafe import Markup, escape


def badge(user):
    # ruleid: python-markup-built
    first = mark_safe("<b>" + user.name + "</b>")
    # ruleid: python-markup-built
    second = Markup(f"<b>{user.name}</b>")
    # ok: python-markup-built
    third = Markup("<b>{}</b>").format(user.name)
    # ok: python-markup-built
    fourth = mark_safe("<b>" + escape(user.name) + "</b>")
    return first, second, third, fourth

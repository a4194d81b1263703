from flask import request
from lxml import etree


@app.route("/employee")
def employee():
    number = request.args["number"]
    tree = etree.parse("employees.xml")
    # ruleid: python-xpath-injection
    tree.xpath("//employee[@id='" + number + "']")
    # ruleid: python-xpath-injection
    tree.findall(f".//employee[@id='{number}']")
    # ruleid: python-xpath-injection
    select = etree.XPath("//employee[@id='%s']" % number)
    # ok: python-xpath-injection
    tree.xpath("//employee[@id=$number]", number=number)
    # ok: python-xpath-injection
    tree.xpath(f"//employee[@id={int(number)}]")
    # ok: python-xpath-injection
    position = "employees".find(number)
    return str(select)


def checked(tree):
    name = request.args["name"]
    if "'" in name:
        return "no quotes, please"
    # ok: python-xpath-injection
    return tree.xpath(f"//employee[@name='{name}']")

def load(text, rows):
    # ruleid: python-eval-dynamic
    value = eval(text)
    # ruleid: python-eval-dynamic
    exec("handler = %s" % rows[0])
    # ok: python-eval-dynamic
    eval("1 + 1")
    # ok: python-eval-dynamic
    model.eval()
    # ok: python-eval-dynamic
    return ast.literal_eval(text)

from django.views.decorators.csrf import csrf_exempt, csrf_protect


# ruleid: python-csrf-off
@csrf_exempt
def transfer(request):
    return pay(request.POST["to"])


def configure(app):
    # ruleid: python-csrf-off
    app.config["WTF_CSRF_ENABLED"] = False
    # ok: python-csrf-off
    app.config["WTF_CSRF_ENABLED"] = True


# ok: python-csrf-off
@csrf_protect
def change(request):
    return pay(request.POST["to"])

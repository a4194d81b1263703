from shop.app import app


def test_unknown_product_is_not_found():
    assert app.test_client().get("/products/999").status_code in (404, 500)

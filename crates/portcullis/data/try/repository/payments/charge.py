"""Charges a card through the payment provider."""

import os

import requests

ENDPOINT = "https://api.payments.example/v1/charges"


def charge(order, amount_cents, token):
    response = requests.post(
        ENDPOINT,
        headers={"Authorization": "Bearer " + os.environ["PAYMENTS_KEY"]},
        json={"order": order, "amount": amount_cents, "token": token},
        timeout=10,
    )
    response.raise_for_status()
    return response.json()["id"]

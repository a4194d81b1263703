from pydantic import BaseModel, Field


class Signup(BaseModel):
    # ok: python-weak-password-rule
    name: str = Field(min_length=2)
    # ruleid: python-weak-password-rule
    password: str = Field(..., min_length=4)


class Strict(BaseModel):
    # ok: python-weak-password-rule
    password: str = Field(min_length=12)


def check(password, name):
    # ruleid: python-weak-password-rule
    if len(password) < 6:
        raise ValueError("too short")
    # ok: python-weak-password-rule
    if len(name) < 3:
        raise ValueError("too short")

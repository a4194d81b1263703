from flask import request


@app.post("/ask")
def ask():
    question = request.form["question"]
    # ruleid: python-prompt-injection
    first = client.messages.create(model="m", system="Answer: " + question, messages=[])
    # ruleid: python-prompt-injection
    second = [{"role": "system", "content": f"Be kind. {question}"}]
    # ok: python-prompt-injection
    third = [{"role": "system", "content": "Be kind."}, {"role": "user", "content": question}]
    # ok: python-prompt-injection
    return client.messages.create(model="m", system="Be kind.", messages=third), first, second

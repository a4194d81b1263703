function pay(cardNumber, cvv, card, maskedCardNumber) {
  // ruleid: javascript-card-data-logged
  console.log(cardNumber);
  // ruleid: javascript-card-data-logged
  logger.info(`card ${card.cardNumber} code`);
  // ruleid: javascript-card-data-logged
  console.log("code", card.cvv);
  // ruleid: javascript-card-data-logged
  logger.debug({ cvv }, "paying");
  // ruleid: javascript-card-data-logged
  fs.appendFileSync("cards.txt", cardNumber + "\n");
  // ruleid: javascript-card-data-logged
  localStorage.setItem("card", cardNumber);
  // ok: javascript-card-data-logged
  logger.info("paying with", maskedCardNumber);
  // ok: javascript-card-data-logged
  logger.info("paying with", cardNumber.slice(-4));
  // ok: javascript-card-data-logged
  console.log("card number is missing");
  // ok: javascript-card-data-logged
  logger.info("order", card.id);
}

def pay(card_number, cvv, card, masked_card_number)
  # ruleid: ruby-card-data-logged
  puts(card_number)
  # ruleid: ruby-card-data-logged
  logger.info("paying with #{card_number}")
  # ruleid: ruby-card-data-logged
  Rails.logger.debug("code #{card.cvv}")
  # ruleid: ruby-card-data-logged
  logger.info(params[:card_number])
  # ok: ruby-card-data-logged
  logger.info("paying with #{masked_card_number}")
  # ok: ruby-card-data-logged
  logger.info("order #{card.id}")
  # ok: ruby-card-data-logged
  puts("card number missing")
end

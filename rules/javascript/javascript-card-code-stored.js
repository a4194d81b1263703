const card = new mongoose.Schema({
  // ruleid: javascript-card-code-stored
  cvv: String,
  // ok: javascript-card-code-stored
  token: String,
});
const payment = sequelize.define("payment", {
  // ruleid: javascript-card-code-stored
  cardCvc: { type: DataTypes.STRING },
  // ok: javascript-card-code-stored
  lastFour: { type: DataTypes.STRING },
});
// ok: javascript-card-code-stored
const form = render({ cvv: "Security code" });

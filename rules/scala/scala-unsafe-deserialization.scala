object Store {
  def read(data: InputStream): Any = {
    val stream = new ObjectInputStream(data)
    // ruleid: scala-unsafe-deserialization
    stream.readObject()
  }
  // ruleid: scala-unsafe-deserialization
  def short(data: InputStream) = new ObjectInputStream(data).readObject.asInstanceOf[Order]
  // ok: scala-unsafe-deserialization
  def json(text: String) = Json.parse(text).validate[Order]
  def other(reader: Reader) = {
    // ok: scala-unsafe-deserialization
    reader.readObject()
  }
}

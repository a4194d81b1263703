class Proxy(ws: WSClient, cc: ControllerComponents) extends AbstractController(cc) {
  def fetch(address: String) = Action.async {
    // ruleid: scala-server-side-request-forgery
    ws.url(address).get().map(answer => Ok(answer.body))
  }
  def read = Action { request =>
    val address = request.getQueryString("address").get
    // ruleid: scala-server-side-request-forgery
    Ok(Source.fromURL(address).mkString)
  }
  def host(name: String) = Action.async {
    // ruleid: scala-server-side-request-forgery
    ws.url(s"https://$name/status").get().map(answer => Ok(answer.body))
  }
  def item(id: String) = Action.async {
    // ok: scala-server-side-request-forgery
    ws.url(s"https://api.example.com/items/$id").get().map(answer => Ok(answer.body))
  }
  def based(id: String) = Action.async {
    // ok: scala-server-side-request-forgery
    ws.url(s"${config.base}/items/$id").get().map(answer => Ok(answer.body))
  }
  def more(id: String) = Action.async {
    // ok: scala-server-side-request-forgery
    ws.url("https://api.example.com/items/" + id).get().map(answer => Ok(answer.body))
  }
  def fixed(id: String) = Action.async {
    // ok: scala-server-side-request-forgery
    ws.url("https://api.example.com/").addQueryStringParameters("id" -> id).get()
  }
}

class Pages(cc: ControllerComponents) extends AbstractController(cc) {
  def hello(name: String) = Action {
    // ruleid: scala-cross-site-scripting
    Ok("<h1>" + name + "</h1>").as("text/html")
  }
  def raw = Action { request =>
    val name = request.getQueryString("name").getOrElse("")
    // ruleid: scala-cross-site-scripting
    Ok(views.html.page(Html(s"<b>$name</b>")))
  }
  def missing(name: String) = Action {
    // ruleid: scala-cross-site-scripting
    NotFound(s"no $name").as(HTML)
  }
  def plain(name: String) = Action {
    // ok: scala-cross-site-scripting
    Ok(name)
  }
  def escaped(name: String) = Action {
    // ok: scala-cross-site-scripting
    Ok(HtmlFormat.escape(name).toString).as("text/html")
  }
  def page(name: String) = Action {
    // ok: scala-cross-site-scripting
    Ok(views.html.hello(name))
  }
}

object Tools {
  def list(folder: String): Int = {
    // ruleid: scala-command-injection
    s"ls $folder".!
  }
  def text(folder: String): String = {
    // ruleid: scala-command-injection
    Seq("sh", "-c", "ls " + folder).!!
  }
  def process(folder: String): Int = {
    // ruleid: scala-command-injection
    Process("ls " + folder).!
  }
  def show = Action { request =>
    val folder = request.getQueryString("folder").get
    // ruleid: scala-command-injection
    Runtime.getRuntime.exec(s"ls $folder")
    Ok("done")
  }
  def safe(folder: String): Int = {
    // ok: scala-command-injection
    Process(Seq("ls", "--", folder)).!
  }
  def plain(folder: String): String = {
    // ok: scala-command-injection
    Seq("ls", "--", folder).!!
  }
  def several(folder: String): String = {
    val command = Seq("ls", "--", folder)
    // ok: scala-command-injection
    command.!!
  }
  def piped(folder: String): String = {
    // ok: scala-command-injection
    (Process(Seq("ls", folder)) #| Process(Seq("wc", "-l"))).!!
  }
  def lines(folder: String) = {
    // ok: scala-command-injection
    Seq("ls", "--", folder).lazyLines
  }
  def fixed(): String = {
    // ok: scala-command-injection
    "ls /srv".!!
  }
  def ask(actor: ActorRef, name: String): Unit = {
    // ok: scala-command-injection
    actor ! name
    val chosen = system.actorSelection(name)
    // ok: scala-command-injection
    chosen ! Tick
  }
}

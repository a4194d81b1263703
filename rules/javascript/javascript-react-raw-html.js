function Comment({ comment, safe }) {
  if (safe) {
    // ok: javascript-react-raw-html
    return <div dangerouslySetInnerHTML={{ __html: DOMPurify.sanitize(comment.html) }} />;
  }
  if (comment.text) {
    // ok: javascript-react-raw-html
    return <div>{comment.text}</div>;
  }
  // ruleid: javascript-react-raw-html
  return <div dangerouslySetInnerHTML={{ __html: comment.html }} />;
}

function Plain({ html }) {
  // ruleid: javascript-react-raw-html
  return React.createElement("p", { dangerouslySetInnerHTML: { __html: html } });
}

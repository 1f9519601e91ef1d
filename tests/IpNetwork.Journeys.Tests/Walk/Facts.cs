namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>What the browser says about a page it shows.</summary>
internal sealed record Facts
{
    // The text leaves out what is meant for machines and for other languages.
    public const string Script = """
        () => {
          const root = document.documentElement;
          const overflow = Math.max(root.scrollWidth, document.body.scrollWidth) - root.clientWidth;
          let widest = '';
          if (overflow > 0) {
            const out = [...document.body.querySelectorAll('*')]
              .filter(e => e.getBoundingClientRect().right > root.clientWidth + 1)
              .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right)[0];
            widest = out ? `<${out.tagName.toLowerCase()} class="${out.getAttribute('class') || ''}">` : '';
          }
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          const texts = [];
          while (walker.nextNode()) {
            const parent = walker.currentNode.parentElement;
            if (!parent.closest('script, style, noscript, code, pre, kbd, [lang="en"]')) {
              texts.push(walker.currentNode.data);
            }
          }
          return {
            title: document.title.trim(),
            headings: document.querySelectorAll('h1').length,
            overflow: overflow,
            widest: widest,
            text: texts.join('\n'),
          };
        }
        """;

    public string Title { get; init; } = "";

    public int Headings { get; init; }

    public int Overflow { get; init; }

    public string Widest { get; init; } = "";

    public string Text { get; init; } = "";
}

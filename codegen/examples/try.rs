use std::path::Path;
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let s = std::time::Instant::now();
    let g = codegen::generate(Path::new(&a[1]), &codegen::Options::new());
    let t = s.elapsed();
    for d in &g.diagnostics {
        let at = d
            .primary
            .as_ref()
            .and_then(|l| {
                let f = g.sources.file(l.place.file)?;
                let (x, y) = f.line_column(l.place.span.start);
                Some(format!("{}:{x}:{y}", f.path))
            })
            .unwrap_or_default();
        println!("{} {} {} | {:?}", d.code, at, d.message, d.help);
    }
    eprintln!("{:?} {t:?}", g.summary);
    if let (Some(tree), Some(out)) = (g.tree, a.get(2)) {
        let c = tree.compare(Path::new(out)).unwrap();
        tree.apply(Path::new(out), &c).unwrap();
        eprintln!("{} files {} changes", tree.files.len(), c.len());
    }
}

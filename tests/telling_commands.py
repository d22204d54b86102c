"""The commands that tell something of documents, as they are tried on restricted information."""

from canary import CONSENT, ITEM, PAPER

KINDS = ("information-item", "consent", "concept-paper", "action-plan")
CHECKS = [
    *(["check", "--format", form] for form in ("text", "json", "github", "sarif")),
    *(["check", "--lang", language] for language in ("ru", "kk")),
]
WHY = [
    ["check", "--why", rule, f"registry/{work}", "--format", form]
    for rule in ("information/consent-lapsed", "form/schema")
    for work in (ITEM, CONSENT, PAPER)
    for form in ("text", "json")
]
COMMANDS = [
    *CHECKS,
    *WHY,
    ["due", "--why", "4.1/"],
    ["due", "--why", "5.3/"],
    *(["list", kind, "--format", form] for kind in KINDS for form in ("table", "json", "csv")),
    *(["due", "--format", form] for form in ("text", "json", "ics", "csv", "md")),
    ["status"],
    ["explain", "4.2"],
    ["trace"],
    ["who", "--area", "environment-protection"],
    ["areas", "--vacant"],
    ["in-force"],
    ["review", "plan", "2026"],
    ["audit", "leaks"],
    ["impact", "--values", "values.yaml"],
    ["decision", "adopt", "registry/decision/cbm-modalities/provisions.yaml"],
    ["translate", "status"],
    *(["translate", "export", PAPER, "--languages", "ru", "--format", form] for form in ("xliff", "po")),
    *(["translate", "export", ITEM, "--languages", "ru"], ["translate", "export", "--memory"]),
    ["translate", "sync", PAPER, "--languages", "ru"],
    ["terms"],
    ["brackets"],
    *(["comments", "--format", form] for form in ("text", "csv")),
    ["compare", PAPER],
    ["compare", ITEM],
    ["compare", ITEM, "--base", "HEAD"],
    ["fix"],
    ["record", ITEM, "disseminated", "--by", "secretariat", "--to", "all"],
    ["record", PAPER, "extended", "--by", "soc", "--ref", "SOC/2026-III/INF/2", "--until", "2030-06-30"],
    ["approve", PAPER, "--decision", "SOC/2026-II/INF/1", "--on", "2026-06-24"],
    ["verify"],
    ["verify", PAPER, "--format", "json"],
    ["approve", ITEM, "--on", "2026-06-24"],
    *(["history", work, "--format", form] for work in (ITEM, PAPER) for form in ("text", "csv")),
    *(["journal", "--format", form] for form in ("text", "csv")),
    *(["revise", work, "--as", "corrigendum"] for work in (ITEM, PAPER)),
    ["send", "note-verbale/swg-1001"],
    ["import", f"registry/{ITEM}/en.md", "--as", ITEM],
    ["receive", "XB", "--number", "03-1/245", "--date", "2026-11-03", "--own-use"],
    *(["changes", "--since", "2020-01-01", "--format", form] for form in ("text", "atom")),
    ["fingerprint", "record", ITEM, f"registry/{ITEM}/en.md"],
    ["remind", "zz"],
    ["new", "consent", "one", "--set", "item=none"],
    ["new", "consent", "two", "--set", "item=air-observation-2026"],
    ["--debug", "check"],
    ["check", f"registry/{ITEM}/en.md"],
]
# What needs a register of its own, or an answer of the network, or does not read documents at all.
ELSEWHERE = {"init", "deadlines", "render", "site", "doctor"}
DATED = {"check", "list", "due", "status", "who", "areas", "in-force", "review", "audit", "remind", "new"}
DATED |= {
    "brackets",
    "comments",
    "impact",
    "decision",
    "record",
    "history",
    "journal",
    "changes",
    "send",
    "receive",
    "revise",
}
DATED |= {"approve", "import", "verify"}

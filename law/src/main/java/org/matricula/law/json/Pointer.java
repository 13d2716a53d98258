package org.matricula.law.json;

/// JSON pointers (RFC 6901).
public final class Pointer {
    private Pointer() {}

    /// The pointer to a member of the object at `parent`.
    public static String member(String parent, String name) {
        return parent + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    /// The pointer to an item of the array at `parent`.
    public static String item(String parent, int index) {
        return parent + "/" + index;
    }
}

package io.trunkline.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Whoever imports the parent's pom needs to name no version. */
class BillOfMaterialsTest {

    private static Element child(Element parent, String name) {
        return children(parent, name).get(0);
    }

    private static List<Element> children(Element parent, String name) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).filter(Element.class::isInstance)
                .map(Element.class::cast).filter(element -> element.getTagName().equals(name)).toList();
    }

    @Test
    void theVersionsOfAllModulesAreManaged() throws Exception {
        Element project = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(Path.of("..", "pom.xml").toFile()).getDocumentElement();
        Map<String, String> managed = new TreeMap<>();
        for (Element each : children(child(child(project, "dependencyManagement"), "dependencies"), "dependency")) {
            if (!child(each, "groupId").getTextContent().equals(child(project, "groupId").getTextContent())) continue;
            managed.put(child(each, "artifactId").getTextContent(), child(each, "version").getTextContent());
        }
        List<String> modules = children(child(project, "modules"), "module").stream().map(Element::getTextContent)
                .filter(module -> !module.equals("launcher")).toList(); // a program; nobody compiles with it

        assertThat(child(project, "packaging").getTextContent()).isEqualTo("pom");
        assertThat(modules).isNotEmpty();
        assertThat(managed).containsOnlyKeys(modules);
        assertThat(managed.values()).containsOnly("${project.version}");
    }
}
